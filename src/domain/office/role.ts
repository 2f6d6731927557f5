/** What a person may be in an office. An account may hold several roles. */
export const roles = ['clerk', 'handler', 'head', 'legal', 'leader', 'admin'] as const;

export type Role = (typeof roles)[number];

/**
 * Those who work on cases. Who administers people and offices sees no applications
 * (GB/T 22239-2019: what an administrator may do is kept apart).
 */
export const caseRoles = ['clerk', 'handler', 'head', 'legal', 'leader'] as const satisfies readonly Role[];

/** The roles as the offices say them. */
export const roleNames: Readonly<Record<Role, string>> = {
  clerk: '登记员',
  handler: '承办人',
  head: '负责人',
  legal: '法制',
  leader: '领导',
  admin: '管理员',
};
