/** A page as it arrived. */
export interface Arrived {
  readonly status: number;
  readonly headers: Headers;
  /** Where a redirect leads; '' without one. */
  readonly location: string;
  readonly text: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without script: keeps cookies, posts forms with the hidden fields they came with. */
export class Visitor {
  private cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  /** The cookie header of the next request; '' at first. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Arrived> {
    return this.ask(path, { headers });
  }

  /** Posts without the hidden fields of any form. For those, `submit`. */
  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Arrived> {
    return this.ask(path, { method: 'POST', body: encoded(fields), headers });
  }

  /** Posts a body as it stands. */
  send(path: string, body: string, headers: Record<string, string>): Promise<Arrived> {
    return this.ask(path, { method: 'POST', body, headers });
  }

  /**
   * Fills in the form of a page that posts to `action` (its hidden fields are kept) and sends it.
   * Throws when the page has no such form: then a person could not do it either.
   */
  async submit(page: string, action: string, fields: Fields = {}): Promise<Arrived> {
    const arrived = await this.get(page);
    if (formOn(arrived, action) === undefined) {
      throw new Error(`${page} (${arrived.status}) has no form that posts to ${action}`);
    }
    return this.answer(arrived, action, fields);
  }

  /** The same with a page that has arrived, such as a form that came back with a question. */
  async answer(arrived: Arrived, action: string, fields: Fields = {}): Promise<Arrived> {
    const form = formOn(arrived, action);
    if (form === undefined) throw new Error(`The page has no form that posts to ${action}`);
    return this.post(action, { ...hiddenFields(form), ...fields });
  }

  /** The same by a button that sends the form elsewhere (formaction). Throws when the page has no such button. */
  async submitTo(page: string, action: string, to: string, fields: Fields = {}): Promise<Arrived> {
    const arrived = await this.get(page);
    if (!arrived.text.includes(`formaction="${to}"`)) {
      throw new Error(`${page} has no button that sends to ${to}`);
    }
    return this.post(to, { ...hiddenFields(formOn(arrived, action) ?? ''), ...fields });
  }

  /** Sends files with the hidden fields of the form, as `enctype="multipart/form-data"` does. */
  async upload(
    page: string,
    action: string,
    fields: Fields,
    files: Record<string, File | File[]>,
  ): Promise<Arrived> {
    const arrived = await this.get(page);
    // Where the page no longer has that form, one that was opened before is sent: its token is that of any other.
    const hidden = hiddenFields(formOn(arrived, action) ?? formOn(arrived, '/sign-out') ?? '');
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hidden, ...fields })) {
      for (const one of [value].flat()) body.append(name, one);
    }
    for (const [name, file] of Object.entries(files)) {
      for (const one of [file].flat()) body.append(name, one);
    }
    return this.ask(action, { method: 'POST', body });
  }

  /** A file as the browser keeps it. Throws when there is none. */
  async file(path: string): Promise<Buffer> {
    const response = await fetch(new URL(path, this.url), { headers: { cookie: this.cookie } });
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Goes where a redirect leads. */
  follow(arrived: Arrived): Promise<Arrived> {
    return this.get(arrived.location);
  }

  async signIn(loginName: string, password: string): Promise<Arrived> {
    return this.submit('/sign-in', '/sign-in', { loginName, password });
  }

  private async ask(path: string, request: RequestInit): Promise<Arrived> {
    const response = await fetch(new URL(path, this.url), {
      ...request,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        ...(this.cookie && { cookie: this.cookie }),
        ...(request.headers as Record<string, string>),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const { status, headers } = response;
    return { status, headers, location: headers.get('location') ?? '', text: await response.text() };
  }
}

/** As a form is sent: every line ends with CR and LF. */
function encoded(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one.replace(/\r?\n/g, '\r\n'));
  }
  return body;
}

const formOn = ({ text }: Arrived, action: string): string | undefined =>
  [...text.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find((one) => one[1] === action)?.[2];

/** A name that stands several times has several values. */
function hiddenFields(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)">/g,
  )) {
    (fields[name] ??= []).push(unescaped(value));
  }
  return fields;
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '');
}
