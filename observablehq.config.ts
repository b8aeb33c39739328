import { siteConfig } from './src/lib/config.ts';

export default siteConfig({ ut: process.env.UTSK_UT, bas: process.env.UTSK_BAS });
