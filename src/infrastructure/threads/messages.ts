/** What a side thread tells of the job in its hands. */
export type Told<Out> =
  | { readonly progress: number }
  | { readonly done: Out }
  | {
      readonly fault: {
        readonly message: string;
        readonly stack: string | undefined;
        readonly code: unknown;
      };
    };
