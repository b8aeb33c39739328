import { expect, it } from 'vitest';
import { UsageError } from '../../data-loaders/errors.ts';
import { assertPublished, readAddresses } from '../../data-loaders/explain/cell.ts';
import { openDatabase } from '../../data-loaders/sql.ts';

it('an address that no published row has: says which part, and the nearest there is', async () => {
  const { connection, close } = await openDatabase(':memory:');
  await connection.run(`create table publicerat as
    from (values ('medeldagar_alla', 'kommun', '1281', 'ar', date '2024-01-01', 'alla', 'alla'))
      as p (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)`);
  const check = (text: string) => assertPublished(connection, readAddresses(text, ['medeldagar_alla'])[0]!);
  await check('medeldagar_alla|kommun|1281|ar|2024-01-01|alla|alla');
  await expect(check('medeldagar_alla|kommun|1280|ar|2024-01-01|alla|alla')).rejects.toThrow(
    new UsageError(
      '--cell "medeldagar_alla|kommun|1280|ar|2024-01-01|alla|alla": enhet_id "1280" finns inte för medeldagar_alla, kommun; menade du 1281?',
    ),
  );
  await expect(check('medeldagar_alla|kommun|1281|ar|2024-01-01|alla|x')).rejects.toThrow(
    'kategori "x" finns inte för medeldagar_alla, kommun, 1281, ar, 2024-01-01, alla.',
  );
  close();
});
