// Starts the TypeScript of a thread that makes pages: Node gives a thread no loader for it.
import { tsImport } from 'tsx/esm/api';

await tsImport('./page-worker.ts', import.meta.url);
