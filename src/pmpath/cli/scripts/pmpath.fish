# Completes pmpath in fish.
function __pmpath_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    type -q $program; or return
    set -lx _PMPATH_COMPLETE lines
    set -lx _PMPATH_WORDS (string join \x1f -- $words[2..-1])
    set -l lines ($program 2> /dev/null)
    if set -q lines[1]
        string join \n -- $lines
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command pmpath --no-files --keep-order --arguments '(__pmpath_complete)'
