import { buildDesk, type Desk, openDatabase } from '../server/main.ts';
import { readConfig } from '../server/platform/config.ts';
import { createLog } from '../server/platform/log.ts';

/** The desk, opened and migrated but not listening. */
export async function openDesk(): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const { database, close } = await openDatabase(config, log);
  return { desk: await buildDesk(config, database, log), close };
}
