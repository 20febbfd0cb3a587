#!/usr/bin/env bash
# Real kubectl against the simulated cluster: what it prints and how it exits must be what a real API server makes it print.
set -uo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
kubectl=$(command -v kubectl || true)
if [ -z "$kubectl" ]; then
  echo "skipped: kubectl is not installed"
  exit 0
fi

host="$root/artifacts/bin/SimulatorHost/debug/SimulatorHost.dll"
dotnet build "$root/tests/judges/SimulatorHost" -nologo -v quiet -clp:ErrorsOnly || exit 1

work=$(mktemp -d)
mkfifo "$work/stdin"
dotnet "$host" "$work" < "$work/stdin" > "$work/host.log" 2>&1 &
server=$!
exec 9> "$work/stdin" # the server ends with its input
finish() {
  exec 9>&-
  wait "$server" 2> /dev/null
  rm -rf "$work"
}
trap finish EXIT
for _ in $(seq 300); do
  grep -q ready "$work/host.log" 2> /dev/null && break
  sleep 0.1
done
grep -q ready "$work/host.log" || { cat "$work/host.log" >&2; exit 1; }

export HOME="$work" KUBECONFIG="$work/admin.kubeconfig"
checks=0
failures=0

# check EXPECTED-EXIT EXPECTED-REGEX ARGUMENTS...: runs kubectl and looks for the expression in all that it printed.
check() {
  local code=$1 pattern=$2
  shift 2
  local printed status
  printed=$(timeout 30 "$kubectl" "$@" 2>&1)
  status=$?
  checks=$((checks + 1))
  if [ "$status" -ne "$code" ] || ! grep -Eq -- "$pattern" <<< "$printed"; then
    failures=$((failures + 1))
    printf 'FAILED: kubectl %s\n  expected exit %s and /%s/, got exit %s:\n%s\n' "$*" "$code" "$pattern" "$status" "$printed" >&2
  fi
}

# get, in every form of output
check 0 'NAMESPACE +NAME +READY +STATUS +RESTARTS +AGE' get pods -A
check 0 'web-4 +0/1 +CrashLoopBackOff +6' get pods -n prod
check 0 'web-0 .*10\.1\.0\.0 +node-1 +<none> +<none>' get pods -n prod -o wide
check 0 'NAME +SYNC STATUS +HEALTH STATUS$' get app -n argocd
check 0 'root-prod +Synced +Progressing +abc +default' get app -n argocd -o wide --chunk-size=1
check 0 '^application.argoproj.io/shop-prod$' get apps -n argocd -o name
check 0 '"kind": "List"' get pods -n prod -o json
check 0 '^kind: Deployment$' get deploy web -n prod -o yaml
check 0 '^web-3$' get pods -n prod -l app=web --field-selector metadata.name=web-3 -o 'jsonpath={.items[*].metadata.name}{"\n"}'
check 0 'deployment.apps/web +4/5 +5 +4' get all -n prod
check 0 'node-1 +Ready +worker .*v1.34.1' get nodes
check 0 'old +Terminating' get ns
check 0 'web +alb +web.example +lb.example +80' get ingress -n prod
check 0 'hidden +Opaque +1' get secrets -n prod
check 0 'No resources found in prod namespace' get statefulsets -n prod
check 0 'BackOff +pod/web-4' get events -n prod
check 0 'BackOff +Pod/web-4' events -n prod --types=Warning
check 0 'Status: +Running' describe pod web-0 -n prod
check 0 'Health' describe app shop-prod -n argocd
check 0 'applications +app,apps +argoproj.io/v1alpha1' api-resources --api-group=argoproj.io
check 0 'Server Version: v1' version

check 0 'pod/web-0 condition met' wait pod/web-0 -n prod --for=jsonpath='{.status.phase}'=Running --timeout=10s

# refusals
check 1 'Error from server \(NotFound\): applications.argoproj.io "nope" not found' get app nope -n argocd
check 1 "the server doesn't have a resource type \"gizmos\"" get gizmos
check 1 'Error from server \(BadRequest\).*field label not supported: status.health.status' get app -A --field-selector status.health.status=Degraded
check 1 'Error from server \(AlreadyExists\): .*configmaps "settings" already exists' create --validate=false -f - <<< '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings","namespace":"prod"},"data":{"a":"b"}}'
check 1 'Error from server \(NotFound\): .*namespaces "nowhere" not found' create --validate=false -f - <<< '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"nowhere"},"data":{"a":"b"}}'
check 1 'because it is being terminated' create --validate=false -f - <<< '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"old"},"data":{"a":"b"}}'
check 1 'Error from server \(Forbidden\): secrets is forbidden: User "reader" cannot list resource "secrets"' --kubeconfig "$work/reader.kubeconfig" get secrets -n prod
check 1 'Error from server \(Forbidden\): pods is forbidden: User "nobody"' --kubeconfig "$work/nobody.kubeconfig" get pods -n prod
check 1 '[Uu]nauthorized|must be logged in' --token=wrong --kubeconfig /dev/null --server="$(sed -n 's/ *server: //p' "$KUBECONFIG")" --insecure-skip-tls-verify get pods -n prod

# patches
check 0 'shop-prod patched' patch app shop-prod -n argocd --type=json -p '[{"op":"test","path":"/spec/project","value":"default"},{"op":"add","path":"/metadata/labels/note","value":"x"}]'
check 1 'The request is invalid' patch app shop-prod -n argocd --type=json -p '[{"op":"remove","path":"/operation"}]'
check 0 'shop-prod patched' patch app shop-prod -n argocd --type=merge -p '{"operation":{"sync":{"revision":"HEAD"}}}'
check 0 '^HEAD$' get app shop-prod -n argocd -o 'jsonpath={.operation.sync.revision}{"\n"}'
check 1 'strategic-merge-patch\+json is not supported' patch app shop-prod -n argocd -p '{"spec":{}}'
check 1 'the object has been modified' patch app shop-prod -n argocd --type=merge -p '{"metadata":{"resourceVersion":"1"}}'
check 1 'spec.project: Required value' patch app shop-prod -n argocd --type=merge -p '{"spec":{"project":null}}'
check 0 'shop-prod annotated' annotate app shop-prod -n argocd argocd.argoproj.io/refresh=hard --overwrite
check 0 'shop-prod annotated' annotate app shop-prod -n argocd argocd.argoproj.io/refresh-
check 0 'web-0 labeled' label pod web-0 -n prod tier=front
check 0 'deployment.apps/web restarted' rollout restart deploy/web -n prod
check 0 'image updated' set image deploy/web -n prod web=example/web:2
check 0 '^example/web:2$' get deploy web -n prod -o 'jsonpath={.spec.template.spec.containers[*].image}{"\n"}'
check 0 'node/node-1 cordoned' cordon node-1
check 0 'Ready,SchedulingDisabled' get node node-1

# scale, dry run
check 0 'deployment.apps/web scaled \(server dry run\)|deployment.apps/web scaled' scale deploy/web -n prod --replicas=2 --dry-run=server
check 0 '^5$' get deploy web -n prod -o 'jsonpath={.spec.replicas}{"\n"}'
check 0 'deployment.apps/web scaled' scale deploy/web -n prod --replicas=2
check 0 '^2$' get deploy web -n prod -o 'jsonpath={.spec.replicas}{"\n"}'
check 1 'Expected replicas to be 7, was 2' scale deploy/web -n prod --replicas=3 --current-replicas=7

# create and delete (kubectl's own generators, such as `create configmap NAME`, send protobuf, which the simulator does not read)
check 0 'configmap/fresh created' create --validate=false -f - <<< '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"fresh","namespace":"prod"},"data":{"a":"b"}}'
check 0 'configmap "fresh" deleted \(server dry run\)' delete configmap fresh -n prod --dry-run=server
check 0 'configmap "fresh" deleted' delete configmap fresh -n prod
check 0 'pod "web-1" deleted' delete pod web-1 -n prod
check 0 'namespace/old|"name":"old"' replace --raw /api/v1/namespaces/old/finalize -f - <<< '{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"old"},"spec":{"finalizers":[]}}'
check 1 'namespaces "old" not found' get ns old
check 1 "violate the pod's disruption budget" drain node-1 --force --ignore-daemonsets --timeout=2s

# watch: a step follows only when the one before has been seen, so that a slow machine changes nothing
await() {
  for _ in $(seq 300); do
    grep -Eq -- "$2" "$1" && return 0
    sleep 0.1
  done
  failures=$((failures + 1))
  printf 'FAILED: the watch never told /%s/:\n%s\n' "$2" "$(cat "$1")" >&2
  return 1
}

"$kubectl" get configmap -n prod -w --output-watch-events -o 'jsonpath={.type} {.object.metadata.name}{"\n"}' > "$work/events" 2>&1 &
watcher=$!
await "$work/events" '^ADDED settings$'
"$kubectl" create --validate=false -f - > /dev/null <<< '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"seen","namespace":"prod"},"data":{"a":"b"}}'
await "$work/events" '^ADDED seen$'
"$kubectl" delete configmap seen -n prod > /dev/null
await "$work/events" '^DELETED seen$'
kill "$watcher" 2> /dev/null
wait "$watcher" 2> /dev/null

"$kubectl" get pods -n prod -l app=web -w > "$work/rows" 2>&1 &
watcher=$!
await "$work/rows" '^web-4 '
"$kubectl" annotate pod web-2 -n prod seen=yes > /dev/null
await "$work/rows" '^web-2 .*Running'
for _ in $(seq 300); do
  [ "$(grep -c '^web-2 ' "$work/rows")" -ge 2 ] && break
  "$kubectl" annotate pod web-2 -n prod "seen=$RANDOM" --overwrite > /dev/null
done
grep -c '^web-2 .*Running' "$work/rows" > "$work/count"
await "$work/count" '^([2-9]|[1-9][0-9]+)$'
kill "$watcher" 2> /dev/null
wait "$watcher" 2> /dev/null
checks=$((checks + 4))

# logs, rights
check 0 '^second line$' logs web-0 -n prod --tail=1
check 0 '^panic: out of luck$' logs web-0 -n prod --previous
check 1 'container nope is not valid for pod web-0' logs web-0 -n prod -c nope
check 0 '^yes$' auth can-i patch applications.argoproj.io -n argocd
check 1 '^no$' --kubeconfig "$work/reader.kubeconfig" auth can-i patch applications.argoproj.io -n argocd
check 0 'pods/log' --kubeconfig "$work/reader.kubeconfig" auth can-i --list -n prod
check 0 'Username +reader' --kubeconfig "$work/reader.kubeconfig" auth whoami

echo "$checks checks, $failures failed ($("$kubectl" version --client 2> /dev/null | head -1))"
[ "$failures" -eq 0 ]
