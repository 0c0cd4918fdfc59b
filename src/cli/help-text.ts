/** What `nacre -Help` prints. */
export const helpText = `Usage: nacre [SWITCHES] [[-File] SCRIPT [ARGUMENTS]]
       nacre [SWITCHES] -Command TEXT

Runs PowerShell scripts. Switches may be shortened and are not case-sensitive.

  -File, -f SCRIPT [ARGUMENTS]   runs a script file; "-" reads the script from standard input
  -Command, -c TEXT              runs the rest of the line as a script; "-" reads it from standard input
  -CommandWithArgs, -cwa TEXT [ARGUMENTS]
                                 runs TEXT with the rest of the line as $args
  -EncodedCommand, -e BASE64     runs a script given as base64 of UTF-16LE text
  -WorkingDirectory, -wd FOLDER  starts in FOLDER
  -OutputFormat, -o Text|XML     XML: objects leave as CLIXML
  -InputFormat, -inp Text|XML    XML: standard input holds CLIXML objects
  -NonInteractive, -noni         never asks; a question is an error
  -NoProfile, -nop               loads no profile (there is none outside the REPL)
  -NoLogo, -nol                  prints no banner
  -NoExit, -noe                  stays in the REPL afterwards
  -SSHServerMode, -sshs          serves one PowerShell remoting session on standard input and output
  -Version, -v                   prints the version
  -Help, -h, -?                  prints this

Exit codes: that of "exit N"; 1 after an error nobody caught; 64 for a wrong command line; 130 after Ctrl+C.`;
