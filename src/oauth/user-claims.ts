import type { Meaning } from './meaning.ts'
import { oidcCore } from './section.ts'

const standardClaim = (says: string): Meaning => ({ says, section: oidcCore('5.1') })

/** The claims about a person that a UserInfo response, and sometimes an ID Token, carries (OIDC Core 5.1). */
export const userClaims = {
  name: standardClaim('The person’s full name, as it is meant to be shown. The scope profile asks for it.'),
  given_name: standardClaim('The person’s given name or names. The scope profile asks for it.'),
  family_name: standardClaim('The person’s surname or surnames. The scope profile asks for it.'),
  middle_name: standardClaim('The person’s middle name or names. The scope profile asks for it.'),
  nickname: standardClaim(
    'A casual name, which may differ from the given name. The scope profile asks for it.',
  ),
  preferred_username: standardClaim(
    'The short name that the person likes to be known by. It may change and need not be unique: to recognize somebody, use iss and sub.',
  ),
  profile: standardClaim('The address of the person’s profile page. The scope profile asks for it.'),
  picture: standardClaim('The address of a picture of the person. The scope profile asks for it.'),
  website: standardClaim('The address of the person’s own page or blog. The scope profile asks for it.'),
  email: standardClaim(
    'The person’s preferred e-mail address. It need not be unique and may change: to recognize somebody, use iss and sub. The scope email asks for it.',
  ),
  email_verified: standardClaim(
    'Whether the server made sure that the person controlled this address when it was checked.',
  ),
  gender: standardClaim('The person’s gender, as text. The scope profile asks for it.'),
  birthdate: standardClaim(
    'The person’s birthday as YYYY-MM-DD, or only the year. The scope profile asks for it.',
  ),
  zoneinfo: standardClaim(
    'The person’s time zone by its name, such as Europe/Paris. The scope profile asks for it.',
  ),
  locale: standardClaim('The person’s language and region, such as en-GB. The scope profile asks for it.'),
  phone_number: standardClaim('The person’s preferred telephone number. The scope phone asks for it.'),
  phone_number_verified: standardClaim(
    'Whether the server made sure that the person controlled this number when it was checked.',
  ),
  address: {
    says: 'The person’s postal address, as an object with members such as street_address and country. The scope address asks for it.',
    section: oidcCore('5.1.1'),
  },
  updated_at: standardClaim(
    'When what the server knows about the person last changed, in seconds since 1970.',
  ),
} satisfies Record<string, Meaning>
