/** The failure card, the rollback’s readiness, the plan’s actions, commands beside the plan. */

export const decisions = {};
