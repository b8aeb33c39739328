import { siteConfig } from './src/lib/config.ts';

const { UTSK_UT, UTSK_BAS, UTSK_DATA } = process.env;

export default siteConfig({ ut: UTSK_UT, bas: UTSK_BAS, data: UTSK_DATA });
