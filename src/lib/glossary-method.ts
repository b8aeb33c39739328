import { FEW } from '../components/index.ts';
import type { Term } from './glossary.ts';

/** The words of the method: how figures are judged, protected and counted by other rules. */
export const METHOD_TERMS: Term[] = [
  {
    ord: 'Ej slutlig',
    betyder:
      'Perioden eller uppföljningstiden har inte gått ut. Siffran kan ändras och är inte med i bedömningar.',
    href: '/metod#slutliga-perioder',
    slag: 'metod',
  },
  {
    ord: 'Få fall',
    betyder: `Färre än ${FEW} fall bakom siffran. Den visas, men en enda patient kan flytta den och ingen bedömning görs.`,
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Intervall, 95 procent',
    betyder:
      'Så mycket kan siffran röra sig av en tillfällighet. Där två intervall överlappar kan skillnaden vara en sådan.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Medelvärde, två sätt att räkna',
    betyder:
      'SKR delar väntedagarna med dem som väntat; här delas de också med alla fall, där nolldagarna är med.',
    href: '/metod#varfor-visar-skr-en-annan-siffra',
    slag: 'metod',
  },
  {
    ord: 'Normal variation',
    betyder:
      'Det band som enhetens egna månader brukar röra sig inom. Bara det som bryter mönstret kallas förändring.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Profil',
    betyder:
      'Inställningarna som webbplatsen är byggd med: kommuner, delregioner, mål, betalningsmodell och tröskel. Den som publicerar webbplatsen ändrar dem.',
    href: '/metod#parametrar',
    slag: 'metod',
  },
  {
    ord: 'Regler för återinskrivning, sida vid sida',
    betyder:
      'Samma utskrivningar räknade enligt olika regler. Valet av regel kan flytta siffran mer än vården gör.',
    href: '/metod#samma-data-andra-regler',
    slag: 'metod',
  },
  {
    ord: 'Röjandekontroll',
    betyder:
      'Små tal döljs, och så många till att de inte går att räkna fram, för att ingen ska kunna kännas igen.',
    href: '/skydd#vad-doljs',
    slag: 'metod',
    vid: 'undertryck',
  },
  {
    ord: 'Röjandekontroll',
    betyder: 'Varje antal ändras med ett litet slumpmässigt brus, för att ingen ska kunna kännas igen.',
    href: '/skydd#hur-andras-talen',
    slag: 'metod',
    vid: 'ckm',
  },
  {
    ord: 'Skyddad siffra',
    betyder: 'En siffra som finns men inte visas. Den är inte noll och ska inte ersättas med noll.',
    href: '/skydd#vad-doljs',
    slag: 'metod',
    vid: 'undertryck',
  },
  {
    ord: 'Skyddsbrus',
    betyder:
      'Den slumpmässiga ändringen av varje antal. Vid en siffra står hur mycket den gör: 95 av 100 siffror ligger inom det.',
    href: '/skydd#vad-betyder-bruset-for-siffrorna',
    slag: 'metod',
    vid: 'ckm',
  },
  {
    ord: 'Säker skillnad',
    betyder:
      'Två perioder vars 95-procentsintervall inte möts. Ett annat prov än styrdiagrammets förändring.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Tratt',
    betyder:
      'Ett diagram som visar vilka enheter som skiljer sig från regionen mer än vad som är vanligt för så många fall.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Utgåva',
    betyder:
      'Siffrorna som de såg ut när de publicerades. En ny utgåva följer den förra: det som har visats eller dolts förblir så.',
    href: '/skydd#vad-hander-nar-en-manad-laggs-till',
    slag: 'metod',
  },
];
