/** One approved verb: name, prefix of aliases, group, and what it stands for. */
export interface ApprovedVerb {
  readonly verb: string;
  readonly prefix: string;
  readonly group: string;
  readonly description: string;
}

const table: readonly (readonly [group: string, verbs: string])[] = [
  [
    'Common',
    `
Add a Puts a thing into a container or to another thing
Clear cl Empties a container without removing it
Close cs Makes a resource unavailable
Copy cp Makes a second one under another name or at another place
Enter et Goes into a place or session
Exit ex Goes back out of a place or session
Find fd Looks for things whose place is not known
Format f Arranges objects in a layout
Get g Reads a thing
Hide h Makes a thing invisible
Join j Makes one of several
Lock lk Secures a thing against change
Move m Takes a thing to another place
New n Makes a thing
Open op Makes a resource available
Optimize om Makes a thing work better
Pop pop Takes the last thing off a stack
Push pu Puts a thing on a stack
Redo re Puts back what was undone
Remove r Deletes a thing from its container
Rename rn Changes the name of a thing
Reset rs Sets a thing back to its first state
Resize rz Changes the size of a thing
Search sr Makes a list of things that match
Select sc Picks out things
Set s Changes a thing, or makes it with data
Show sh Makes a thing visible to the person
Skip sk Passes over things
Split sl Makes parts of one thing
Step st Goes on to the next point
Switch sw Changes between alternatives
Undo un Takes back what was done
Unlock uk Frees what was locked
Watch wc Looks at a thing for changes
`,
  ],
  [
    'Communications',
    `
Connect cc Makes a link between a source and a target
Disconnect dc Breaks a link between a source and a target
Read rd Takes information from a source
Receive rc Accepts what a source sent
Send sd Delivers information to a target
Write wr Adds information to a target
`,
  ],
  [
    'Data',
    `
Backup ba Stores data by copying it
Checkpoint ch Notes the state of data so that it can be restored
Compare cr Evaluates one against another
Compress cm Makes data smaller
Convert cv Changes data from one form to another, both ways
ConvertFrom cf Changes one named form into others
ConvertTo ct Changes others into one named form
Dismount dm Detaches a named thing from its place
Edit ed Changes data by adding or removing content
Expand en Brings compressed data back to full size
Export ep Writes data to a lasting store
Group gp Arranges things by what they share
Import ip Makes things of data in a lasting store
Initialize in Prepares a thing for use
Limit l Puts a bound on a thing
Merge mg Makes one thing of several
Mount mt Attaches a named thing to a place
Out o Sends data out of the environment
Publish pb Makes a thing available to others
Restore rr Sets a thing to a noted state
Save sv Keeps data so that it is not lost
Sync sy Brings two things to the same state
Unpublish ub Makes a thing unavailable to others
Update ud Brings a thing up to date
`,
  ],
  [
    'Diagnostic',
    `
Debug db Examines an operation for its faults
Measure ms Finds how much a thing uses or counts
Ping pi Tests whether a thing answers
Repair rp Brings a thing back to a usable state
Resolve rv Finds the full form of a short one
Test t Checks that a thing works or holds
Trace tr Follows the activities of a thing
`,
  ],
  [
    'Lifecycle',
    `
Approve ap Agrees to a thing or its status
Assert as States that a thing is so
Build bd Makes an artefact from sources
Complete cmp Ends an operation
Confirm cn Acknowledges or checks a thing
Deny dn Refuses a thing or its status
Deploy dp Sends a program to where it is used
Disable d Makes a thing inactive
Enable e Makes a thing active
Install is Puts a thing in its place and prepares it
Invoke i Runs a command or method
Register rg Enters a thing in a store
Request rq Asks for a thing or a permission
Restart rt Stops an operation and starts it again
Resume ru Goes on with what was suspended
Start sa Begins an operation
Stop sp Ends an activity
Submit sb Presents a thing for approval
Suspend ss Pauses an activity
Uninstall us Removes a thing from where it was installed
Unregister ur Takes a thing out of a store
Wait w Pauses until something has happened
`,
  ],
  [
    'Other',
    `
Use u Uses or includes a thing to do something
`,
  ],
  [
    'Security',
    `
Block bl Keeps access to a thing off
Grant gr Gives access to a thing
Protect pt Guards a thing against attack or loss
Revoke rk Takes given access away
Unblock ul Lifts what kept access off
Unprotect up Takes the guard off a thing
`,
  ],
];

/** The verbs that commands shall begin with (Approved Verbs for PowerShell Commands), group by group. */
export const approvedVerbs: readonly ApprovedVerb[] = table.flatMap(([group, verbs]) =>
  verbs
    .trim()
    .split('\n')
    .map((line) => {
      const [verb = '', prefix = '', ...words] = line.split(' ');
      return { verb, prefix, group, description: words.join(' ') };
    }),
);
