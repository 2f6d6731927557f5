import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Eta } from 'eta';
import { roleNames } from '../domain/office/role.js';
import { projectRoot } from '../infrastructure/project-root.js';
import { settings } from '../infrastructure/settings.js';
import { asset } from './assets.js';
import { paths, withQuery } from './paths.js';
import * as words from './words.js';

/** What every template may call without being given it. */
const vocabulary = { ...words, asset, paths, withQuery, roleNames };

/**
 * Components see only what they are given. Eta would hand them the whole page as well,
 * and a page's `hint` or `label` would turn up in a field that has none.
 */
const ownArgumentsOnly = {
  processFnString: (body: string): string =>
    body.replace(
      /let include = .*/,
      'let include = (template, given) => this.render(template, given ?? {}, options);',
    ),
};

class Templates extends Eta {
  /** Read by the header of each compiled template. */
  readonly vocabulary = vocabulary;
}

/**
 * Renders eta templates. `<%= x %>` escapes, `<%~ x %>` does not: the latter is for `include` alone.
 * Paths begin at `templates/`: `include("/components/text", { form: it.form, name: "name", label: "姓名" })`.
 */
@Injectable()
export class Views {
  private readonly templates = new Templates({
    views: join(projectRoot, 'templates'),
    // Compiling anew takes twenty times as long as rendering: after a change of a template the program is started again.
    cache: true,
    debug: !settings().production,
    functionHeader: `const { ${Object.keys(vocabulary).join(', ')} } = this.vocabulary;`,
    plugins: [ownArgumentsOnly],
  });

  /** `template` without ending, from `templates/`: `/pages/offices/list`. */
  render(template: string, contract: object): string {
    return this.templates.render(template, contract);
  }
}
