// A minimal C++ event kernel (clock, handlers, queue) on the workloads of workloads.ts: same increments, read from a file, same order of
// events, same checksum. An event is (time, sequence, handler, argument), as in the engine.
//   queues <increments file> <workload> <queue> <pending> <operations>     prints <CPU ns per operation> <checksum>
// Workloads: hold, cancel. Queues: standard (std::priority_queue), branchy and branchfree (4-ary heaps), indexed (4-ary, with removal).
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <queue>
#include <string>
#include <vector>

using u32 = uint32_t;
using u64 = uint64_t;

struct Event {
  u64 time;
  u64 sequence;
  u32 handler;
  u32 arg;
};

static inline bool before(const Event &a, const Event &b) { return a.time != b.time ? a.time < b.time : a.sequence < b.sequence; }
/** The same as one 128-bit comparison, for which no branch is needed. */
static inline bool beforeBranchFree(const Event &a, const Event &b) {
  return ((unsigned __int128)(a.time) << 64 | a.sequence) < ((unsigned __int128)(b.time) << 64 | b.sequence);
}

struct Standard {
  struct Later { bool operator()(const Event &a, const Event &b) const { return before(b, a); } };
  std::priority_queue<Event, std::vector<Event>, Later> queue;
  explicit Standard(size_t) {}
  void push(const Event &event) { queue.push(event); }
  Event take() {
    Event event = queue.top();
    queue.pop();
    return event;
  }
};

/** 4-ary heap by value. The root stays a hole while its handler runs: what that schedules first is sifted down from there. */
template <bool branchFree> struct FourAry {
  std::vector<Event> heap;
  size_t size = 0;
  bool hole = false;
  explicit FourAry(size_t capacity) : heap(capacity + 8) {}

  void push(const Event &event) {
    if (hole) {
      hole = false;
      return down(event);
    }
    size_t i = size++;
    while (i > 0) {
      size_t parent = (i - 1) >> 2;
      if (!before(event, heap[parent])) break;
      heap[i] = heap[parent];
      i = parent;
    }
    heap[i] = event;
  }
  Event take() {
    if (hole) {
      hole = false;
      Event last = heap[--size];
      if (size > 0) down(last);
    }
    hole = true;
    return heap[0];
  }
  void down(const Event &event) {
    size_t i = 0;
    for (;;) {
      size_t c = 4 * i + 1, m = c;
      if (c + 3 < size) {
        if (branchFree) {
          size_t a = c + beforeBranchFree(heap[c + 1], heap[c]);
          size_t b = c + 2 + beforeBranchFree(heap[c + 3], heap[c + 2]);
          m = beforeBranchFree(heap[b], heap[a]) ? b : a;
        } else {
          if (before(heap[c + 1], heap[m])) m = c + 1;
          if (before(heap[c + 2], heap[m])) m = c + 2;
          if (before(heap[c + 3], heap[m])) m = c + 3;
        }
      } else {
        if (c >= size) break;
        for (size_t j = c + 1; j < size; j++) if (before(heap[j], heap[m])) m = j;
      }
      if (!before(heap[m], event)) break;
      heap[i] = heap[m];
      i = m;
    }
    heap[i] = event;
  }
};

/** 4-ary heap that knows where each event is: a pending event is moved in place. An event's argument is its identity. */
struct Indexed {
  std::vector<Event> heap;
  std::vector<u32> position;
  size_t size = 0;
  bool hole = false;
  explicit Indexed(size_t capacity) : heap(capacity + 8), position(capacity + 8) {}

  void put(size_t i, const Event &event) {
    heap[i] = event;
    position[event.arg] = u32(i);
  }
  void push(const Event &event) {
    if (hole) {
      hole = false;
      down(0, event);
    } else up(size++, event);
  }
  Event take() {
    if (hole) {
      hole = false;
      Event last = heap[--size];
      if (size > 0) down(0, last);
    }
    hole = true;
    return heap[0];
  }
  void move(u32 arg, u64 time, u64 sequence) {
    size_t i = position[arg];
    Event event = heap[i];
    event.time = time;
    event.sequence = sequence;
    if (before(event, heap[i])) up(i, event);
    else down(i, event);
  }
  void up(size_t i, const Event &event) {
    while (i > 0) {
      size_t parent = (i - 1) >> 2;
      if (!before(event, heap[parent])) break;
      put(i, heap[parent]);
      i = parent;
    }
    put(i, event);
  }
  void down(size_t i, const Event &event) {
    for (;;) {
      size_t c = 4 * i + 1, m = c;
      if (c + 3 < size) {
        size_t a = c + beforeBranchFree(heap[c + 1], heap[c]);
        size_t b = c + 2 + beforeBranchFree(heap[c + 3], heap[c + 2]);
        m = beforeBranchFree(heap[b], heap[a]) ? b : a;
      } else {
        if (c >= size) break;
        for (size_t j = c + 1; j < size; j++) if (before(heap[j], heap[m])) m = j;
      }
      if (!before(heap[m], event)) break;
      put(i, heap[m]);
      i = m;
    }
    put(i, event);
  }
};

template <class Queue> struct Kernel {
  using Handler = void (*)(Kernel &, u32);
  Queue queue;
  u64 now = 0, sequence = 0;
  bool stopped = false;
  std::vector<Handler> handlers;

  // Model state.
  const std::vector<double> &increments;
  u32 mask, pending, next = 0, check = 0, random = 1;
  u64 left = 0;

  Kernel(u32 pending, const std::vector<double> &increments)
      : queue(pending), increments(increments), mask(u32(increments.size() - 1)), pending(pending) {}
  void after(u64 delay, u32 handler, u32 arg) { queue.push({now + delay, sequence++, handler, arg}); }
  void run() {
    stopped = false;
    while (!stopped) {
      Event event = queue.take();
      now = event.time;
      handlers[event.handler](*this, event.arg);
    }
  }
  u64 draw() {
    u64 increment = u64(increments[next]);
    next = (next + 1) & mask;
    return increment;
  }
};

template <class Queue> void hold(Kernel<Queue> &kernel, u32 arg) {
  kernel.check = kernel.check * 31 + arg;
  kernel.after(kernel.draw(), 0, arg);
  if (--kernel.left == 0) kernel.stopped = true;
}

static void cancel(Kernel<Indexed> &kernel, u32 arg) {
  kernel.check = kernel.check * 31 + arg;
  kernel.after(kernel.draw(), 0, arg);
  kernel.random = kernel.random * 1664525 + 1013904223;
  if (kernel.random >> 31) {
    u32 other = u32((u64(kernel.random & 0x7fffffff) * kernel.pending) >> 31);
    kernel.queue.move(other, kernel.now + kernel.draw(), kernel.sequence++);
  }
  if (--kernel.left == 0) kernel.stopped = true;
}

template <class Queue> void measure(void (*handler)(Kernel<Queue> &, u32), u32 pending, u64 operations, const std::vector<double> &increments) {
  Kernel<Queue> kernel(pending, increments);
  kernel.handlers.push_back(handler);
  for (u32 arg = 0; arg < pending; arg++) kernel.after(kernel.draw(), 0, arg);
  kernel.left = operations / 2;
  kernel.run();
  kernel.left = operations;
  clock_t begin = clock();
  kernel.run();
  printf("%.3f %d\n", double(clock() - begin) / CLOCKS_PER_SEC * 1e9 / double(operations), int32_t(kernel.check));
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 3;
  std::vector<double> increments;
  for (double value; fread(&value, sizeof value, 1, file) == 1;) increments.push_back(value);
  fclose(file);
  const std::string workload = argv[2], queue = argv[3];
  const u32 pending = u32(atoi(argv[4]));
  const u64 operations = u64(atoll(argv[5]));
  if (workload == "cancel") measure<Indexed>(cancel, pending, operations, increments);
  else if (queue == "standard") measure<Standard>(hold<Standard>, pending, operations, increments);
  else if (queue == "branchy") measure<FourAry<false>>(hold<FourAry<false>>, pending, operations, increments);
  else measure<FourAry<true>>(hold<FourAry<true>>, pending, operations, increments);
}
