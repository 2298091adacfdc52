/** Groups of a prognostic score; a score without a middle group (EUTOS) has the outer two. */
export const riskGroups = ['low', 'intermediate', 'high'] as const;
export type RiskGroup = (typeof riskGroups)[number];
