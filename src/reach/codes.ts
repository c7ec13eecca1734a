/** The codes of errors: all that is ever quoted of one, since its message may hold addresses and secrets. */

/** OpenSSL's verdicts on a chain, and Node's own on the name: https://nodejs.org/api/tls.html, “X509 certificate error codes”. */
const verdicts =
  /^(CERT_|CRL_|DEPTH_ZERO_|ERROR_IN_CE?R|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_)/;
/** A file that should have held one. */
const unreadable = /^ERR_OSSL_PEM_/;

/** `ECONNREFUSED`; the error's name where it has none. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return code ?? name ?? 'Error';
}

/** Was a certificate refused, or could none be read? */
export function isAboutCertificate(code: string): boolean {
  return verdicts.test(code) || unreadable.test(code);
}

/** Why a server gave no answer that could be read. */
export function whyUnanswered(code: string): 'certificate' | 'too-large' | 'unreachable' {
  if (isAboutCertificate(code)) return 'certificate';
  return code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'unreachable';
}
