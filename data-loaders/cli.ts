/** Dates are read in Swedish time whatever the computer's; set before any module makes one. */
process.env.TZ = 'Europe/Stockholm';

const { main } = await import('./commands/main.ts');
process.exitCode = await main(process.argv.slice(2));
