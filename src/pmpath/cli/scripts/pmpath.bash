# Completes pmpath in bash.
_pmpath() {
    local before=${COMP_LINE:0:COMP_POINT} item words prefix
    local -a typed
    IFS=$' \t\n' read -ra typed <<< "$before"
    [[ $before == *[[:space:]] ]] && typed+=("")
    prefix=${typed[${#typed[@]} - 1]}
    prefix=${prefix%"$2"}  # what stands before = or : of the same word, where bash begins a new one
    local IFS=$'\x1f'
    words="${typed[*]:1}"
    COMPREPLY=()
    while IFS= read -r item; do
        item=${item%%$'\t'*}
        COMPREPLY+=("${item#"$prefix"}")
    done < <(_PMPATH_COMPLETE=lines _PMPATH_WORDS=$words "${1/#\~/$HOME}" 2> /dev/null)
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2> /dev/null
    return 0
}
complete -o default -o nosort -F _pmpath pmpath 2> /dev/null || complete -o default -F _pmpath pmpath
