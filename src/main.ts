import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { prepareStart, type FirstSignIn } from './first-start.js';
import { CannotStart } from './infrastructure/cannot-start.js';
import { openDatabase } from './infrastructure/database.js';
import { log } from './infrastructure/log.js';
import { settings } from './infrastructure/settings.js';
import { entities } from './records/entities.js';
import { migrations } from './records/migrations.js';
import { signInTable } from './sign-in-table.js';
import { paths } from './web/paths.js';
import { createWebApplication } from './web/web-application.js';

/** Starts the program: settings, database, first contents, pages. Stops cleanly on SIGINT and SIGTERM. */
async function start(): Promise<void> {
  const { host, port } = settings();
  const database = await openDatabase(entities, migrations);
  try {
    const firstSignIns = await prepareStart(database.dataSource);
    const application = await createWebApplication(AppModule.on(database.dataSource));
    // What already sweeps in the background must be at rest before the database goes.
    await application.listen(port, host).catch(async (fault: unknown) => {
      await application.close();
      throw fault;
    });
    announce(await application.getUrl(), firstSignIns);
    stopOnSignal(async () => {
      await application.close();
      await database.close();
    });
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

function announce(address: string, firstSignIns: readonly FirstSignIn[]): void {
  const lines = [`依申请公开办理系统已启动：${address}${paths.home}`];
  if (firstSignIns.length > 0) {
    lines.push(
      settings().production ? '首次登录（密码只显示这一次，以前显示过的作废，登录后须修改）：' : '演示账号：',
    );
    lines.push(...signInTable(firstSignIns));
  }
  if (settings().production && !settings().baseUrl.startsWith('https:')) {
    lines.push('注意：BASE_URL 不是 https 地址，登录信息在网络上没有加密。请通过 HTTPS 代理对外提供服务。');
  }
  lines.push('按 Ctrl+C 停止。');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** No new requests, the running ones finish, then pool and embedded database. A second signal ends at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      process.stdout.write('正在停止…\n');
      stop().then(
        () => process.exit(0),
        (fault: unknown) => {
          log().error({ err: fault }, 'stop failed');
          process.exit(1);
        },
      );
    });
  }
}

function reasonOf(fault: unknown): string {
  if (fault instanceof CannotStart) return fault.message;
  const code = (fault as { code?: unknown }).code;
  if (code === 'EADDRINUSE')
    return `端口 ${settings().port} 已被占用。请停止占用它的程序，或用 PORT 换一个端口。`;
  if (code === 'EACCES') return `没有使用端口 ${settings().port} 的权限。请用 PORT 换一个大于 1024 的端口。`;
  log().error({ err: fault }, 'start failed');
  return '程序没有启动，原因见上面的日志。';
}

start().catch((fault: unknown) => {
  process.stderr.write(`${reasonOf(fault)}\n`);
  process.exit(1);
});
