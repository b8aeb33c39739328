// Starts the TypeScript of a thread that writes Word files: Node gives a thread no loader for it.
import { tsImport } from 'tsx/esm/api';

await tsImport('./worker.ts', import.meta.url);
