/** What `nacre -Help` prints. */
export const helpText = `Usage: nacre [SWITCHES] [[-File] SCRIPT [ARGUMENTS]]
       nacre [SWITCHES] -Command TEXT

Runs PowerShell scripts. Switches may be shortened and are not case-sensitive.

  -File, -f SCRIPT [ARGUMENTS]   runs a script file; "-" runs the lines of standard input, with prompts
  -Command, -c TEXT              runs the rest of the line as a script; "-" runs the lines of standard input as they come
  -CommandWithArgs, -cwa TEXT [ARGUMENTS]
                                 runs TEXT with the rest of the line as $args
  -EncodedCommand, -e BASE64     runs a script given as base64 of UTF-16LE text
  -WorkingDirectory, -wd FOLDER  starts in FOLDER
  -EncodedArguments, -ea BASE64  $args of the script, as base64 of a CLIXML list
  -OutputFormat, -o Text|XML     XML: objects leave as CLIXML on standard output, errors and messages on standard error
  -InputFormat, -inp Text|XML    XML: standard input holds CLIXML objects
  -ExecutionPolicy, -ep POLICY   has no effect, as everywhere but on Windows
  -NonInteractive, -noni         never asks; a question is an error
  -NoProfile, -nop               loads no profile (there is none outside the REPL)
  -NoLogo, -nol                  prints no banner
  -Interactive, -i               asks, the opposite of -NonInteractive
  -Login, -l                     as the first word: reads the profile of the login shell before
  -NoExit, -noe                  goes on with the lines of standard input; at a terminal it needs the REPL
  -SSHServerMode, -sshs          serves one PowerShell remoting session on standard input and output
  -Version, -v                   prints the version
  -Help, -h, -?                  prints this

Exit codes: that of "exit N"; 1 after an error nobody caught, and where the last statement of -Command failed; 64 for a wrong command line; 130 after Ctrl+C.`;
