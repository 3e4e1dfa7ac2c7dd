/** Names of all migrations in the order in which they run: enough to see that nothing is pending, without loading any. */
export const MIGRATION_NAMES = [
  '20261121_020000_initial',
  '20261121_030000_wall',
  '20261121_050000_authority',
  '20261121_051000_authority_wall',
  '20261121_060000_pages',
  '20261121_061000_pages_wall',
  '20261121_062000_tell_readers',
  '20261121_063000_search',
  '20261121_064000_pictures',
  '20261121_065000_topics',
  '20261121_066000_search_first_page',
  '20261126_071000_signed_authority',
  '20261126_071500_hidden_editions',
  '20261126_072000_bytes',
  '20261126_073000_people',
  '20261126_074000_limits',
] as const
