import { type Meaning, meaningOf, type Registry } from '../oauth/meaning.ts'
import { rfc, type Section } from '../oauth/section.ts'

/** A section of the Fetch standard, which is where CORS is defined. Its numbers move, its anchors do not. */
const fetchStandard = (section: string, anchor: string): Section => ({
  document: 'Fetch',
  section,
  url: `https://fetch.spec.whatwg.org/#${anchor}`,
})

const contentSecurityPolicy: Section = {
  document: 'CSP Level 3',
  section: '3.1',
  url: 'https://www.w3.org/TR/CSP3/#csp-header',
}

const referrerPolicy: Section = {
  document: 'Referrer Policy',
  section: '4.1',
  url: 'https://www.w3.org/TR/referrer-policy/#referrer-policy-header',
}

/** What the header fields mean that requests and responses of these flows carry, by name in lower case. */
export const fields: Registry = {
  // Requests
  host: {
    says: 'Which site at this address the request is for: the host, and the port where it is not the usual one.',
    section: rfc(9110, '7.2'),
  },
  authorization: {
    says: 'Who asks, or by what right. Basic carries a client’s id and secret; Bearer carries an access token.',
    section: rfc(9110, '11.6.2'),
  },
  cookie: {
    says: 'What this site asked the browser to remember, sent back to it. The session cookie is how the server knows the browser again.',
    section: rfc(6265, '4.2'),
  },
  origin: {
    says: 'The site whose script or form sends this. The browser sets it, so a page cannot lie about it.',
    section: fetchStandard('3.2', 'origin-header'),
  },
  referer: {
    says: 'The address of the page that this request came from. A code in that address would leak with it, which is why the server’s pages forbid it.',
    section: rfc(9110, '10.1.3'),
  },
  accept: {
    says: 'Which media types the sender of the request can read in the answer.',
    section: rfc(9110, '12.5.1'),
  },
  'accept-encoding': {
    says: 'Which compressions the sender of the request can undo.',
    section: rfc(9110, '12.5.3'),
  },
  'accept-language': {
    says: 'Which languages the person prefers in the answer.',
    section: rfc(9110, '12.5.4'),
  },
  'user-agent': {
    says: 'The program that sends the request, by its own account.',
    section: rfc(9110, '10.1.5'),
  },
  'access-control-request-method': {
    says: 'In a preflight: the method that a script of another site wants to use.',
    section: fetchStandard('3.3.2', 'http-access-control-request-method'),
  },
  'access-control-request-headers': {
    says: 'In a preflight: the header fields that a script of another site wants to send.',
    section: fetchStandard('3.3.2', 'http-access-control-request-headers'),
  },
  dpop: {
    says: 'A signed proof that the sender holds the key that its token is bound to, made for this one request.',
    section: rfc(9449, '4.1'),
  },

  // Requests and responses
  'content-type': {
    says: 'What the body is. OAuth’s own requests are forms, application/x-www-form-urlencoded; their answers are JSON.',
    section: rfc(9110, '8.3'),
  },
  'content-length': {
    says: 'How long the body is, in bytes.',
    section: rfc(9110, '8.6'),
  },
  'content-encoding': {
    says: 'How the body is compressed.',
    section: rfc(9110, '8.4'),
  },
  'transfer-encoding': {
    says: 'How the body is cut up for this connection; chunked when its length is not known ahead.',
    section: rfc(9112, '6.1'),
  },
  'cache-control': {
    says: 'Whether the message may be kept. no-store forbids it: an answer with a token or a code must not lie in a cache.',
    section: rfc(9111, '5.2'),
  },
  pragma: {
    says: 'no-cache is what Cache-Control was called in HTTP/1.0. RFC 6749 asked for it beside no-store; today it is not needed.',
    section: rfc(9111, '5.4'),
  },
  connection: {
    says: 'What holds for this connection only, and not further along the way.',
    section: rfc(9110, '7.6.1'),
  },
  date: {
    says: 'When the message was made.',
    section: rfc(9110, '6.6.1'),
  },

  // Responses
  location: {
    says: 'Where the browser goes next. This is how a request reaches the authorization server, and how its answer comes back.',
    section: rfc(9110, '10.2.2'),
  },
  'set-cookie': {
    says: 'What the browser is asked to remember for this site. HttpOnly hides it from scripts, Secure from http, and SameSite, which is in the draft for the next edition of the RFC, from requests that other sites begin.',
    section: rfc(6265, '4.1'),
  },
  'www-authenticate': {
    says: 'How to prove the right to ask: the scheme, and for Bearer why the token was refused or which scope is missing.',
    section: rfc(9110, '11.6.1'),
  },
  allow: {
    says: 'Which methods this address understands.',
    section: rfc(9110, '10.2.1'),
  },
  'retry-after': {
    says: 'How long to wait before the next try, in seconds or as a date.',
    section: rfc(9110, '10.2.3'),
  },
  vary: {
    says: 'Which fields of the request the answer depends on: a cache must not give it to a request where they differ.',
    section: rfc(9110, '12.5.5'),
  },
  etag: {
    says: 'A name for this version of the answer, so that it need not be sent twice.',
    section: rfc(9110, '8.8.3'),
  },
  expires: {
    says: 'Until when a cache may use the answer.',
    section: rfc(9111, '5.3'),
  },
  server: {
    says: 'The program that answers, by its own account.',
    section: rfc(9110, '10.2.4'),
  },
  'access-control-allow-origin': {
    says: 'Which sites’ scripts may read this answer; * means every site. The authorization endpoint sends none, as no script has business there.',
    section: fetchStandard('3.3.3', 'http-access-control-allow-origin'),
  },
  'access-control-allow-methods': {
    says: 'In the answer to a preflight: the methods that scripts of other sites may use here.',
    section: fetchStandard('3.3.3', 'http-access-control-allow-methods'),
  },
  'access-control-allow-headers': {
    says: 'In the answer to a preflight: the header fields that scripts of other sites may send. Without Authorization here, no token could be sent.',
    section: fetchStandard('3.3.3', 'http-access-control-allow-headers'),
  },
  'access-control-allow-credentials': {
    says: 'Whether scripts of other sites may send this site’s cookies along.',
    section: fetchStandard('3.3.3', 'http-access-control-allow-credentials'),
  },
  'access-control-expose-headers': {
    says: 'Which of this answer’s header fields scripts of other sites may read.',
    section: fetchStandard('3.3.3', 'http-access-control-expose-headers'),
  },
  'access-control-max-age': {
    says: 'How long the browser may remember the answer to a preflight, in seconds.',
    section: fetchStandard('3.3.3', 'http-access-control-max-age'),
  },
  'content-security-policy': {
    says: 'What this page may load, run and submit to, and who may frame it. With no inline scripts allowed, injected ones stay text.',
    section: contentSecurityPolicy,
  },
  'referrer-policy': {
    says: 'What the browser tells the next site about this page’s address. no-referrer: nothing, so that no code or state leaks that way.',
    section: referrerPolicy,
  },
  'x-frame-options': {
    says: 'DENY: no other page may show this one in a frame, where it could trick the person into pressing Allow.',
    section: rfc(7034, '2.1'),
  },
  'x-content-type-options': {
    says: 'nosniff: the browser must believe the Content-Type and not guess.',
    section: fetchStandard('3.6', 'x-content-type-options-header'),
  },
  'strict-transport-security': {
    says: 'For how long the browser must use https for this site.',
    section: rfc(6797, '6.1'),
  },
  'dpop-nonce': {
    says: 'A value that the next DPoP proof must carry, so that proofs cannot be made ahead.',
    section: rfc(9449, '8.1'),
  },
}

/** What a header field means, by its name in any case (RFC 9110 5.1). */
export const fieldMeaning = (name: string): Meaning | undefined => meaningOf(fields, name.toLowerCase())
