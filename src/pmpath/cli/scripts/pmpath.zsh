#compdef pmpath
# Completes pmpath in zsh, once compinit ran.
_pmpath() {
    local -a typed lines closed open
    local line value entry
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    (( CURRENT > 2 )) || typed=("${(Q)PREFIX}")
    lines=("${(@f)$(_PMPATH_COMPLETE=lines _PMPATH_WORDS="${(pj:\x1f:)typed}" ${~words[1]} 2> /dev/null)}")
    for line in $lines; do
        value=${line%%$'\t'*}
        entry=${value//:/\\:}
        [[ $line == *$'\t'* ]] && entry+=":${line#*$'\t'}"
        if [[ $value == *= ]]; then open+=("$entry"); else closed+=("$entry"); fi
    done
    if (( ! $#closed && ! $#open )); then
        _files
        return
    fi
    (( ! $#closed )) || _describe -V 'pmpath' closed
    (( ! $#open )) || _describe -V 'pmpath' open -S ''
}
if [[ $funcstack[1] == _pmpath ]]; then
    _pmpath "$@"
else
    compdef _pmpath pmpath
fi
