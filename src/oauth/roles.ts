/**
 * Who takes part (RFC 6749 1.1), and where a message can start or end. An open set: a flow names the roles that it
 * needs, and another flow may bring a new one.
 */
export interface Role {
  readonly id: string
  /** As shown at the head of its lane, e.g. `Alice` or `web-app`. */
  readonly name: string
  /** The specification's word for it, or its host, e.g. `resource owner`. */
  readonly term: string
  /** The role in whose hands this one runs: a script runs in the browser, and what it knows lies there. */
  readonly livesIn?: string
}

export const resourceOwner = 'resource-owner'
export const userAgent = 'user-agent'
export const client = 'client'
export const authorizationServer = 'authorization-server'
export const resourceServer = 'resource-server'
