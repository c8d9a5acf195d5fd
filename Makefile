# Everything this project does, one target each. `make serve` and `make test`
# are all that is needed on a fresh machine with Python 3.11+, make and git;
# the rest is for daily work. `make help` lists the targets.

# --- What may be set from outside ---------------------------------------------

# The Python that makes .venv (3.11 or newer).
PYTHON ?= python3
# Where `make serve` listens.
ADDR ?= 127.0.0.1:8000
# More arguments for pytest, for example ARGS="-k schema -n 0".
ARGS ?=
# More arguments for the resolver: `make lock LOCK=--upgrade` renews every
# version that no *.in file pins; without it, only what has to move moves.
LOCK ?=
# A folder of wheels to install from, with no network: what `make wheelhouse` gathered.
WHEELHOUSE ?=
# What `make wheelhouse` gathers for, and where to: Pythons, and systems out of linux, windows, macos.
PYTHONS ?= 3.11 3.12 3.13
SYSTEMS ?= linux windows
TO ?= wheelhouse
# The dossier: a folder with mkdocs.yml, data/ and docs/, such as examples/full.
DOSSIER ?= .
# Whose site: everyone's, or the staff's, with their pages and the lines of the data.
build release archive: AUDIENCE ?= everyone
serve: AUDIENCE ?= staff
# How `make check` reports: text, or gitlab (Code Quality).
FORMAT ?= text
# The private key of OpenSSH that signs what `make release` packs.
KEY ?=
# CONFERENCE_DATA (other data of the same conference) is an environment variable of
# the site itself: make hands it on untouched.

# --- How make runs ------------------------------------------------------------

.DEFAULT_GOAL := serve
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help serve build check release test proof mutations test-publish publish-demo corpus probes bless source-diff papers archive screenshots bench bench-full lock wheelhouse test-wheelhouse clean

# The texts are Vietnamese whatever the locale of the terminal.
export PYTHONUTF8 = 1
# The theme's notice about another major version of MkDocs is not about this site.
export NO_MKDOCS_2_WARNING = 1

PY := .venv/bin/python
SITE := .venv/.site
TEST := .venv/.test

# The version of the resolver behind `make lock`.
UV_VERSION := 0.13.9

# --- The virtual environment --------------------------------------------------

# A stamp is a copy of the lock it was installed from. When .venv no longer runs
# (the Python under it was removed or replaced), the stamps are void: without
# this, make would trust them and never repair it.
ifneq ($(wildcard .venv/.[st]*),)
ifneq ($(shell $(PY) -c 'import importlib.util as u; print(bool(u.find_spec("mkdocs")))' 2>/dev/null),True)
$(shell rm -f $(SITE) $(TEST))
endif
endif

# $(call install,LOCK,STAMP): brings .venv up to LOCK, then leaves STAMP.
# All of it speaks on standard error: standard output belongs to the target.
# A lock that is only newer, not different (git checkout), installs nothing.
define install
	@if cmp -s $(1) $(2); then touch $(2); exit 0; fi; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Cần Python 3.11 trở lên (đặt PYTHON=… để chọn bản khác)." >&2; exit 1; }; \
	if ! $(PY) -m pip --version >/dev/null 2>&1; then \
		echo "Đang cài đặt lần đầu, xin chờ vài phút…" >&2; \
		$(PYTHON) -m venv --clear .venv >&2 || exit 1; \
	else \
		echo "Đang cập nhật các gói theo $(1)…" >&2; \
	fi; \
	rm -f $(2); \
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r $(1) \
		$(if $(WHEELHOUSE),--no-index --find-links '$(WHEELHOUSE)') >&2 \
	&& cp $(1) $(2) $(if $(WHEELHOUSE),\
	|| { echo "Cài từ $(WHEELHOUSE) không được: thư mục ấy phải có đủ gói cho Python này (make wheelhouse, trên máy có mạng)." >&2; exit 1; })
endef

# Run-time packages: serve, build, check.
$(SITE): requirements.txt
	$(call install,requirements.txt,$(SITE))

# Those and the test tools: test, bench. This lock holds all of the other one, so
# that one is done too.
$(TEST): requirements-test.txt
	$(call install,requirements-test.txt,$(TEST))
	@cp requirements.txt $(SITE)

# --- The targets --------------------------------------------------------------

help: ## liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

# These three are what `python -m conference` does: without make (Windows), README.md says how.
serve: $(SITE) ## xem trang web trên máy này, tự tải lại khi sửa (mặc định)
	@$(PY) -m conference serve --dossier $(DOSSIER) --audience $(AUDIENCE) --address $(ADDR)

# Standard error is the report; a build that fails or is stopped leaves site/ alone.
build: $(SITE) ## dựng trang web vào site/; có lỗi thì dừng, site/ cũ còn nguyên
	@$(PY) -m conference build --dossier $(DOSSIER) --audience $(AUDIENCE)

# KEY signs it. The last line is the archive.
release: build ## dựng trang rồi đóng thành một tệp trong releases/ để mang đi bằng USB (KEY=khóa để ký)
	@$(PY) -m conference release --dossier $(DOSSIER) $(if $(KEY),--key '$(KEY)')

# Standard output is the report and nothing else.
check: $(SITE) ## kiểm tra dữ liệu và các trang
	@$(PY) -m conference check --dossier $(DOSSIER) --format $(FORMAT)

test: $(TEST) ## chạy kiểm thử: mỗi thứ một mẫu
	@sh tests/setup-browser.sh
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m pytest $(ARGS)

# What takes minutes: each thing in full size.
proof: $(TEST) ## chạy các kiểm thử dài, dưới 20 phút
	@sh tests/setup-browser.sh
	@$(PY) -m pytest -m proof $(ARGS)
	@$(PY) -m pytest --hypothesis-profile=proof tests/test_loading_fuzz.py
	@PYTHONPATH=. $(PY) tests/mutations.py --count $(or $(COUNT),2000)

# Real git, nginx, sshd and walls, on this machine alone.
test-publish: $(TEST) ## kiểm thử việc xuất bản từ git lên mạng nội bộ, dưới 10 phút
	@sh tests/setup-publish.sh
	@sh tests/setup-browser.sh
	@$(PY) -m pytest -m publish tests/publish $(ARGS)

publish-demo: $(SITE) ## dựng thử một máy chủ xuất bản, đẩy bài tốt, bài sai, bài phá
	@sh tests/setup-publish.sh
	@$(PY) -m publish.demo

# What the pages of the invented dossier look like is kept in tests/golden/.
bless: $(TEST) ## in ra các trang kiểm thử đã đổi gì, rồi nhận là đúng
	@PYTHONPATH=. $(PY) tests/golden.py

source-diff: $(TEST) ## in ra kế hoạch nay khác tệp gốc của cơ quan ở đâu
	@PYTHONPATH=. $(PY) tests/source_diff.py

mutations: $(TEST) ## đổi thử hàng nghìn chỗ, báo tỉ lệ máy bắt được (COUNT=2000)
	@PYTHONPATH=. $(PY) tests/mutations.py --count $(or $(COUNT),2000)

# How to read the columns: tests/corpus_run.py. ARGS=--list adds the sentences of the open half that
# come out wrong.
corpus: $(TEST) ## đo máy bắt được bao nhiêu số gõ tay, báo nhầm mấy chỗ trên câu mẫu
	@PYTHONPATH=. $(PY) tests/corpus_run.py $(ARGS)

# ARGS=--list adds the probes of the open half that fail.
probes: $(TEST) ## đo tìm kiếm: gõ sai, gõ tắt, gõ thiếu dấu thì có thấy đúng trang không
	@sh tests/setup-browser.sh
	@PYTHONPATH=. $(PY) tests/probes_run.py $(ARGS)

papers: $(TEST) ## in mọi trang ra PDF và ảnh trong papers/ để xem bằng mắt
	@sh tests/setup-browser.sh
	@PYTHONPATH=. $(PY) tests/printed.py

# Of the site that was built last; what is in archive/ and how it was checked: archive/kiem-tra.md.
archive: $(TEST) ## lưu các tờ in của trang đã dựng thành tệp PDF có thẻ trong archive/, có kiểm tra
	@sh tests/setup-browser.sh
	@$(PY) -m archiving --dossier $(DOSSIER) --audience $(AUDIENCE)

# Of the dossiers people edit, into screenshots/.
screenshots: $(TEST) ## chụp mọi trang ở bốn độ rộng, sáng và tối
	@sh tests/setup-browser.sh
	@PYTHONPATH=. $(PY) tests/screenshots.py screenshots

# What is compared with is installed into benchmarks/.tools at the first run.
bench: $(TEST) ## đo thời gian, vài phút; ghi bảng vào benchmarks/README.md
	@sh tests/setup-browser.sh
	@$(PY) -m benchmarks

bench-full: $(TEST) ## đo mọi cỡ dữ liệu, nhiều lần hơn, chừng 20 phút
	@sh tests/setup-browser.sh
	@$(PY) -m benchmarks --full

# The resolver lives in a scratch environment for the length of this recipe.
# The test lock is solved first and constrains the other, so that both agree;
# `fewest` gives every Python from 3.11 on the same version of a package.
lock: ## tạo lại các tệp requirements*.txt từ các tệp .in
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; trap 'exit 1' INT TERM; \
	$(PYTHON) -m venv "$$tmp" >&2; \
	"$$tmp/bin/python" -m pip install -q --disable-pip-version-check uv==$(UV_VERSION) >&2; \
	export UV_CUSTOM_COMPILE_COMMAND="make lock"; \
	compile() { \
		"$$tmp/bin/uv" pip compile --quiet --universal --python-version 3.11 \
			--fork-strategy fewest --generate-hashes --no-annotate \
			--no-emit-index-url --no-emit-find-links "$$@"; \
	}; \
	compile $(LOCK) requirements-test.in -o requirements-test.txt; \
	compile $(LOCK) requirements.in -c requirements-test.txt -o requirements.txt; \
	compile $(LOCK) benchmarks/requirements.in -c requirements-test.txt -o benchmarks/requirements.txt

# The platforms that a wheel may name. pip reads a requirement's markers for the machine it runs on:
# none in the locks may depend on the system.
PLATFORMS_linux := manylinux_2_28_x86_64 manylinux_2_27_x86_64 manylinux_2_17_x86_64 manylinux2014_x86_64
PLATFORMS_windows := win_amd64
PLATFORMS_macos := macosx_14_0_arm64 macosx_14_0_x86_64

# The test lock holds all of the other one.
wheelhouse: $(SITE) ## gom mọi gói vào wheelhouse/ để mang sang máy không có mạng (PYTHONS, SYSTEMS, TO)
	@set -e; $(foreach system,$(SYSTEMS),$(foreach python,$(PYTHONS), \
		echo "Gom gói cho Python $(python), $(system)…" >&2; \
		$(PY) -m pip download -q --disable-pip-version-check --no-deps --require-hashes \
			--only-binary=:all: --implementation cp --python-version $(python) \
			$(addprefix --platform ,$(PLATFORMS_$(system))) -d '$(TO)' -r requirements-test.txt >&2;)) \
	echo "$(TO): $$(ls '$(TO)' | wc -l) tệp; mang sang máy kia rồi gõ make serve WHEELHOUSE=…" >&2

test-wheelhouse: ## gom gói rồi cài và chạy trong một mạng không có đường ra, chừng 3 phút
	@PYTHON='$(PYTHON)' sh tests/wheelhouse.sh

# Keeps .venv, which is slow to make again; `rm -rf .venv` removes that too.
clean: ## xóa những gì đã dựng và các bộ nhớ đệm
	@rm -rf site .site-* .cache .pytest_cache .ruff_cache .mypy_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
