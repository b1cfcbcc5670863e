import { describe, expect, it } from 'vitest'
import { askedSettings, findDatabaseLeaks } from '#lib/database-leaks'

/** As PostgreSQL comes, with what the README asks for on top. */
const discreet = {
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_duration: 'off',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  shared_preload_libraries: '',
  track_commit_timestamp: 'off',
  wal_recycle: 'off',
  archive_mode: 'off',
  wal_keep_size: '0',
  pg_replication_slots: '0',
}

describe('what a database server betrays', () => {
  it('is nothing with the settings that are asked for', () => {
    expect(findDatabaseLeaks(discreet)).toEqual([])
    expect(askedSettings.filter((name) => !(name in discreet))).toEqual(['auto_explain.log_min_duration'])
  })

  it.each([
    ['log_statement', 'all'],
    ['log_statement', 'mod'],
    ['log_min_duration_statement', '0'],
    ['log_min_duration_statement', '250'],
    ['log_min_duration_sample', '0'],
    ['log_transaction_sample_rate', '0.01'],
    ['auto_explain.log_min_duration', '0'],
    ['log_duration', 'on'],
    ['debug_print_plan', 'on'],
    ['log_parameter_max_length_on_error', '-1'],
    ['log_min_error_statement', 'error'],
    ['log_error_verbosity', 'default'],
    ['shared_preload_libraries', 'timescaledb, pg_stat_statements'],
    ['shared_preload_libraries', 'pgaudit'],
    ['track_commit_timestamp', 'on'],
    ['wal_recycle', 'on'],
    ['archive_mode', 'always'],
    ['wal_keep_size', '64'],
    ['pg_replication_slots', '1'],
  ])('names %s = %s, says why in both languages, and how to mend it', (setting, value) => {
    const leaks = findDatabaseLeaks({ ...discreet, [setting]: value })
    expect(leaks).toMatchObject([{ setting, value }])
    const [{ why, mend }] = leaks as [(typeof leaks)[number]]
    expect(why.vi.length).toBeGreaterThan(40)
    expect(why.en.length).toBeGreaterThan(40)
    expect(mend).toMatch(/ALTER SYSTEM|pg_drop_replication_slot|shared_preload_libraries/)
  })
})
