/** Hours, forecasts, margins and alerts. */

export const times = {};
