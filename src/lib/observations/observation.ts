/** A finding in plain text: what, why it matters for a reviewer, and where to see it. */
export type Observation = { rubrik: string; vad: string; varfor: string; se: { text: string; href: string } };

/** Null where there is nothing to ask about. */
export type Found = Observation | null;

export const QUALITY = (anchor: string) => ({ text: 'Se datakvalitet', href: `/datakvalitet#${anchor}` });
