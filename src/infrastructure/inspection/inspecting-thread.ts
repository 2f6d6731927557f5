import { serveThread } from '../threads/serving.js';
import { inspectFile } from './inspect.js';
import type { Inspected } from './inspecting.js';
import type { Leak } from './leak.js';

serveThread<Inspected, Leak[]>(({ bytes, mime, own }) => inspectFile(Buffer.from(bytes), mime, own));
