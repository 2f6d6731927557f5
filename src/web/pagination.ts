/** A stretch of a long list. */
export interface PageRequest {
  /** From 1. */
  page: number;
  size: number;
}

/** What the pager component shows. */
export interface Pagination extends PageRequest {
  total: number;
  pages: number;
  /** 第 21–40 条，共 93 条. */
  summary: string;
  previous?: string;
  next?: string;
  /** Page numbers around the current one; `gap` stands for those left out before it. */
  links: readonly { page: number; href: string; current: boolean; gap: boolean }[];
}

/** Page number from a query; anything else is the first page. */
export function pageRequest(page: unknown, size = 20): PageRequest {
  const number = typeof page === 'string' && /^\d{1,6}$/.test(page) ? Number(page) : 1;
  return { page: Math.max(1, number), size };
}

/** `href` gives the address of a page: `(page) => withQuery(paths.ledger, { ...filters, page })`. */
export function paginate(request: PageRequest, total: number, href: (page: number) => string): Pagination {
  const pages = Math.max(1, Math.ceil(total / request.size));
  const page = Math.min(request.page, pages);
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  const first = (page - 1) * request.size + 1;
  return {
    page,
    pages,
    size: request.size,
    total,
    summary:
      total === 0 ? '共 0 条' : `第 ${first}–${Math.min(total, first + request.size - 1)} 条，共 ${total} 条`,
    ...(page > 1 && { previous: href(page - 1) }),
    ...(page < pages && { next: href(page + 1) }),
    links: shown.map((one, index) => ({
      page: one,
      href: href(one),
      current: one === page,
      gap: index > 0 && one - (shown[index - 1] ?? one) > 1,
    })),
  };
}
