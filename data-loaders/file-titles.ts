/** Published files that belong to no indicator, by what they hold. */
export const FILE_TITLES: Record<string, string> = {
  betalning: 'Betalningsmodeller per kommun och månad',
  betalning_ar: 'Betalningsmodeller per kommun och år',
  bro: 'Från SKR:s medelvärde till modellens',
  mal: 'Mål och utfall',
  periodjamforelse: 'Senaste halvår och år mot tidigare',
  aktivitet_utfall: 'Före och efter lokala aktiviteter',
  tratt: 'Enheter mot regionen, med gränser',
  jamforelse: 'Siffror publicerade av andra, aldrig blandade med programmets',
};
