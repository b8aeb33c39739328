// Starts the TypeScript of the thread that reads a workbook: Node gives a thread no loader for it.
import { tsImport } from 'tsx/esm/api';

await tsImport('./xlsx-worker.ts', import.meta.url);
