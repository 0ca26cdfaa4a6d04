export const referralHref = (id: string): string => `/referrals/${encodeURIComponent(id)}`
