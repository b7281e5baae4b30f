# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of perennial-cli for bash.

_perennial_cli_templates() {
  "${1:-perennial-cli}" templates 2>/dev/null | awk '/^[^ ]/ { print $1 }'
}

_perennial_cli() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} options=
  local log='--customer --event --time --time-format --zone --delimiter --encoding --no-header --stage-column --trigger-column'

  COMPREPLY=()

  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W 'templates new check columns replay explain simulate calibrate sum discover layout export diff merge convert --help --version' -- "$current"))
    return
  fi

  case $previous in
  --template)
    COMPREPLY=($(compgen -W "$(_perennial_cli_templates "${COMP_WORDS[0]}")" -- "$current"))
    return
    ;;
  --format)
    COMPREPLY=($(compgen -W 'text json csv' -- "$current"))
    return
    ;;
  --theme)
    COMPREPLY=($(compgen -W 'light dark print' -- "$current"))
    return
    ;;
  --encoding)
    COMPREPLY=($(compgen -W 'UTF-8 UTF-16LE UTF-16BE WINDOWS-1252' -- "$current"))
    return
    ;;
  --customer | --event | --time | --time-format | --zone | --delimiter | --stage-column | --trigger-column | --as-of | \
    --threads | --segment-by | --convert | --customer-id | --keep | --scale | --width | --height | --slide | --dpi | \
    --background | --frame)
    return
    ;;
  esac

  case $command in
  new) options='--template --output -o' ;;
  check | columns | diff) options='--json' ;;
  replay) options="--as-of --customers-table --customers-key --segment-by --convert --tally --format --output -o --strict --rejects --threads $log" ;;
  explain) options="--customer-id $log" ;;
  simulate) options='--customers --horizon --seed --scenario --discount --emit-log --expected --format --output -o --threads' ;;
  calibrate) options="--complete --as-of --customers-table --customers-key --output -o --threads $log" ;;
  sum) options='--format --output -o --strict' ;;
  discover) options="--keep --output -o $log" ;;
  layout | merge | convert) options='--output -o' ;;
  export)
    options='--output -o --report --scale --width --height --slide --dpi --background --theme
      --title --legend --frame --frames --embed'
    ;;
  esac

  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options --help -h" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}

complete -F _perennial_cli perennial-cli
