import { serveThread } from '../infrastructure/threads/serving.js';
import { type MadeBundle, makeBundle } from './bundle-making.js';
import type { BundleOrder } from './bundle-order.js';

serveThread<BundleOrder, MadeBundle>(makeBundle);
