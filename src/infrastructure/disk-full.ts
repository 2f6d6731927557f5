/** No space left, or none left to this user; PostgreSQL says so in its own code (disk_full). */
const CODES = new Set<unknown>(['ENOSPC', 'EDQUOT', '53100']);

/** Whether something failed only because there is no space on a disk: our own, or the database's. */
export function isDiskFull(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  if ('code' in fault && CODES.has(fault.code)) return true;
  return 'cause' in fault && isDiskFull(fault.cause);
}

/** What to do about it, for pages. */
export const DISK_FULL = '服务器的磁盘满了，没有保存。请告诉管理员腾出数据目录和数据库所在磁盘的空间';
