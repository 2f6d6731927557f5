import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { dropDraft, keptDraft, type KeptDraft, RESUMED_FIELD } from '../web/kept-draft.js';
import { definePage, seeOther, type Page, type PageContract, type SeeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { AllowSignedIn } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';

interface KeptDraftPage extends PageContract {
  draft: KeptDraft;
  resumedField: string;
}

const keptDraftPage = definePage<KeptDraftPage>('accounts/kept-draft');

/**
 * After signing in again: what was typed before the session ran out stands in its form again, or can be handed in from
 * here where the form cannot show it.
 */
@Controller(paths.keptDraft)
export class KeptDraftController {
  @Get()
  @AllowSignedIn()
  show(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Query('itself') itself?: unknown,
  ): Page | SeeOther {
    const draft = keptDraft(request, viewer);
    if (!draft) return seeOther(paths.home);
    if (draft.page && itself === undefined) return seeOther(draft.page);
    return keptDraftPage({ title: '您刚才填写的内容还在', draft, resumedField: RESUMED_FIELD });
  }

  @Post()
  @AllowSignedIn()
  drop(@Req() request: Request): SeeOther {
    dropDraft(request);
    return seeOther(paths.home, '已放弃刚才填写的内容。', 'info');
  }
}
