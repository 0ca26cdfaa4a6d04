/** `url` is a superuser's. Null, with the reason said, where there is no PostgreSQL. */
export function startPostgres(say: (text: string) => void): Promise<{ readonly url: string; stop(): void } | null>
