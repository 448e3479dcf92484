/**
 * Which of our checks answers for which of a collection's rules. A rule that is not named here is about something the checklist
 * leaves out (front-end markup, data handed to third parties), or is a matter of style.
 */
export const BEARER_FAMILIES = {
  'sql-injection': ['lang/sql_injection'],
  'nosql-injection': ['express/nosql_injection', 'third_parties/dynamodb_query_injection', 'third_parties/elasticsearch'],
  'command-injection': ['lang/os_command_injection', 'lang/dynamic_os_command'],
  'code-injection': ['lang/eval_user_input', 'lang/import_using_user_input', 'lang/unsafe_deserialization', 'express/unsafe_deserialization'],
  'path-traversal': ['express/path_traversal', 'lang/path_traversal', 'lang/non_literal_fs_filename'],
  ssrf: ['express/server_side_request_forgery', 'lang/http_url_using_user_input'],
  'open-redirect': ['express/open_redirect', 'lang/open_redirect', 'hapi/open_redirect'],
  'reflected-input': ['express/cross_site_scripting', 'lang/raw_html_using_user_input'],
  'pii-logging': ['lang/logger', 'lang/logger_leak'],
  'jwt-secret-weak': ['lang/jwt_hardcoded_secret', 'lang/jwt_weak_encryption'],
  'cors-permissive': ['express/insecure_allow_origin'],
  'secret-hardcoded': ['lang/hardcoded_secret', 'express/hardcoded_secret', 'third_parties/passport_hardcoded_secret'],
  'tls-verify': ['node/missing_tls_validation'],
  'weak-crypto': [
    'lang/weak_password_hash_md5',
    'lang/weak_password_hash_sha1',
    'lang/weak_encryption_des',
    'lang/weak_encryption_rc4',
    'lang/weak_password_encryption_des',
    'lang/weak_password_encryption_rc4',
    'lang/insufficiently_random_values',
  ],
  'cookie-flags': ['express/default_cookie_config', 'express/insecure_cookie', 'express/cookie_missing_http_only', 'express/default_session_config'],
  'security-headers': ['express/helmet_missing'],
};

export const ESLINT_SECURITY_FAMILIES = {
  'command-injection': ['detect-child-process'],
  'code-injection': ['detect-eval-with-expression', 'detect-non-literal-require'],
  'path-traversal': ['detect-non-literal-fs-filename'],
  'weak-crypto': ['detect-pseudoRandomBytes'],
};
