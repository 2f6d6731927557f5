// Runs by itself after a program that ended without closing its database: see `leaveInHaste`.
import { stopWhenUnused } from './embedded.js';

const dataDir = process.argv[2];
if (dataDir !== undefined) await stopWhenUnused(dataDir, 3_000);
