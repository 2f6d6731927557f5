import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { roleNames } from '../domain/office/role.js';
import { settings } from '../infrastructure/settings.js';
import { csrfToken } from './csrf.js';
import { draftOfPage, formPageOf, type KeptDraft, typedInDraft } from './kept-draft.js';
import { administrationNavigation, mainNavigation, type NavigationLink } from './navigation.js';
import { Page, SeeOther, type Flash } from './page.js';
import { paths } from './paths.js';
import { restoredMessage, showsDraft, withTyped } from './restoring.js';
import { keepSession } from './session.js';
import { Views } from './views.js';
import { viewerOf } from './viewer.js';

/** What surrounds every page: `it.frame` in templates. */
export interface Frame {
  /** The person at the screen; absent on public pages. */
  person?: { accountId: string; name: string; office: string; roles: string };
  navigation: readonly NavigationLink[];
  administration: readonly NavigationLink[];
  /** Read it only where messages are shown: reading takes them away, and a fragment must leave them. */
  readonly flash: readonly Flash[];
  /** Read it only where a form is: reading makes a session. */
  readonly csrf: string;
  path: string;
  /** The page that its forms stand on. */
  formPage: string;
  /** The form holds what was typed before the session ran out. */
  restored: boolean;
  /** Something in a form is to be put right: said first in the browser's title. */
  refused: boolean;
  /** Demonstration or development: said in the top bar. */
  practice: boolean;
}

/** A reply that is written as it stands, with its own status. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: string,
    readonly location?: string,
  ) {}

  sendTo(response: Response): void {
    response.status(this.status);
    if (this.location) response.location(this.location);
    response.type('html').send(this.body);
  }
}

/** Turns pages and redirects into replies. */
@Injectable()
export class PageWriter {
  constructor(private readonly views: Views) {}

  page(request: Request, page: Page): Reply {
    const draft = page.status === 200 ? draftOfPage(request) : undefined;
    if (draft) return this.restored(request, page, draft);
    const frame = frameOf(request, { refused: page.status === 422 });
    return new Reply(page.status, this.views.render(page.template, { ...page.contract, frame }));
  }

  /** The form as it was when the session ran out; where the page cannot show it, the draft itself. */
  private restored(request: Request, { template, contract, status }: Page, draft: KeptDraft): Reply {
    const typed = withTyped(contract, typedInDraft(draft));
    const frame = frameOf(request, { restored: true });
    const html = typed && this.views.render(template, { ...typed, frame });
    return html !== undefined && showsDraft(html, draft)
      ? new Reply(status, html)
      : new Reply(303, '', paths.keptDraftItself);
  }

  seeOther(request: Request, to: SeeOther): Reply {
    if (to.flash) request.session.flash = [...(request.session.flash ?? []), to.flash];
    return new Reply(303, '', to.location);
  }
}

function frameOf(
  request: Request,
  { restored = false, refused = false }: { restored?: boolean; refused?: boolean },
): Frame {
  const viewer = viewerOf(request);
  return {
    ...(viewer && {
      person: {
        accountId: viewer.accountId,
        name: viewer.name,
        office: viewer.officeName,
        roles: viewer.roles.map((role) => roleNames[role]).join('、'),
      },
    }),
    navigation: viewer ? mainNavigation(viewer, request.path) : [],
    administration: viewer ? administrationNavigation(viewer, request.path) : [],
    get flash() {
      return restored ? [restoredMessage, ...takeFlash(request)] : takeFlash(request);
    },
    get csrf() {
      return csrfToken(request);
    },
    path: request.path,
    formPage: formPageOf(request),
    restored,
    refused,
    practice: !settings().production,
  };
}

/** Shown once. A request that failed before the session was read has none. */
function takeFlash(request: Request): Flash[] {
  const session = request.session as typeof request.session | undefined;
  const flash = session?.flash ?? [];
  if (session && flash.length > 0) delete session.flash;
  return flash;
}

/** Lets handlers return `Page` and `SeeOther`. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly writer: PageWriter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (answer instanceof Page) return this.writer.page(request, answer);
        if (!(answer instanceof SeeOther)) return answer;
        const reply = this.writer.seeOther(request, answer);
        await keepSession(request);
        return reply;
      }),
    );
  }
}

/** Nest settles the status before the handler runs (201 for every POST); a reply brings its own. */
export class ReplyAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): void {
    if (body instanceof Reply) body.sendTo(response);
    else super.reply(response, body, statusCode);
  }
}
