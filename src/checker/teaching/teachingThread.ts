import { taughtModel } from './taughtModel.ts';

// Run as a thread of its own by `taughtAside.ts`: the model is in the cache when it ends.
taughtModel();
