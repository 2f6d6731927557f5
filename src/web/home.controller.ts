import { Controller, Get } from '@nestjs/common';
import { seeOther, type SeeOther } from './page.js';
import { paths } from './paths.js';
import { AllowSignedIn } from './permission.js';

@Controller()
export class HomeController {
  /** The day begins at 待办; whoever is not signed in is sent to sign in first. */
  @Get(paths.home)
  @AllowSignedIn()
  home(): SeeOther {
    return seeOther(paths.desk);
  }
}
