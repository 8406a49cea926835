import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes classes of the lambdas in a folder of class files, as compilers did before Java 8: Java 17
 * links every one when it is met, from an archive of classes as well, and a poll meets a hundred.
 * Java 25 archives what it has linked, and gains nothing. What {@code metafactory} would make at
 * run time is made here: a class in the same nest, which holds what is captured and calls the same
 * method.
 */
final class Lambdas {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory.metafactory";
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Map<String, Type> UNBOXED =
      Map.of(
          "java/lang/Boolean", Type.BOOLEAN_TYPE,
          "java/lang/Character", Type.CHAR_TYPE,
          "java/lang/Byte", Type.BYTE_TYPE,
          "java/lang/Short", Type.SHORT_TYPE,
          "java/lang/Integer", Type.INT_TYPE,
          "java/lang/Long", Type.LONG_TYPE,
          "java/lang/Float", Type.FLOAT_TYPE,
          "java/lang/Double", Type.DOUBLE_TYPE);

  private final Map<String, ClassNode> classes = new TreeMap<>();

  /** By their names, too. */
  private final Map<String, ClassNode> changed = new TreeMap<>();

  private final Path folder;

  private Lambdas(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] folders) throws IOException {
    Lambdas lambdas = new Lambdas(Path.of(folders[0]));
    lambdas.read();
    lambdas.classes.values().forEach(lambdas::replaceIn);
    lambdas.write();
  }

  private void read() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".class")).toList()) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(node, 0);
        classes.put(node.name, node);
      }
    }
  }

  private void write() throws IOException {
    for (ClassNode node : changed.values()) {
      ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      node.accept(out);
      Files.write(folder.resolve(node.name + ".class"), out.toByteArray());
    }
  }

  private void replaceIn(ClassNode owner) {
    int made = 0;
    if ((owner.version & 0xffff) < V11) {
      return; // before there were nests
    }
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode call && isLambda(call)) {
          String name = owner.name + "$Lambda" + ++made;
          MethodInsnNode make = new MethodInsnNode(INVOKESTATIC, name, "of", call.desc, false);
          method.instructions.set(call, make);
          add(owner, name, call);
        }
      }
    }
  }

  private static boolean isLambda(InvokeDynamicInsnNode call) {
    return FACTORY.equals(call.bsm.getOwner() + "." + call.bsm.getName());
  }

  /** Only a class in the same nest may call what is private. */
  private void add(ClassNode owner, String name, InvokeDynamicInsnNode call) {
    String host = owner.nestHostClass == null ? owner.name : owner.nestHostClass;
    ClassNode lambda = new ClassNode();
    String type = Type.getReturnType(call.desc).getInternalName();
    int access = ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC;
    lambda.visit(V17, access, name, null, OBJECT.getInternalName(), new String[] {type});
    lambda.visitNestHost(host);
    ClassNode top = classes.get(host);
    top.nestMembers = top.nestMembers == null ? new ArrayList<>() : top.nestMembers;
    top.nestMembers.add(name);
    make(lambda, Type.getArgumentTypes(call.desc), call);
    for (ClassNode node : List.of(owner, top, lambda)) {
      changed.put(node.name, node);
    }
  }

  private static void make(ClassNode lambda, Type[] held, InvokeDynamicInsnNode call) {
    Type self = Type.getObjectType(lambda.name);
    for (int i = 0; i < held.length; i++) {
      lambda.visitField(ACC_PRIVATE | ACC_FINAL, "held" + i, held[i].getDescriptor(), null, null);
    }
    Method constructor = new Method("<init>", Type.VOID_TYPE, held);
    GeneratorAdapter code = method(lambda, ACC_PRIVATE, constructor);
    code.loadThis();
    code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
    for (int i = 0; i < held.length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(self, "held" + i, held[i]);
    }
    code.returnValue();
    code.endMethod();

    code = method(lambda, ACC_STATIC, new Method("of", call.desc));
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(self, constructor);
    code.returnValue();
    code.endMethod();

    call(lambda, self, held, call);
  }

  private static GeneratorAdapter method(ClassNode lambda, int access, Method method) {
    String descriptor = method.getDescriptor();
    return new GeneratorAdapter(
        lambda.visitMethod(access, method.getName(), descriptor, null, null),
        access,
        method.getName(),
        descriptor);
  }

  private static void call(
      ClassNode lambda, Type self, Type[] held, InvokeDynamicInsnNode lambdaCall) {
    Type declared = (Type) lambdaCall.bsmArgs[0];
    Handle target = (Handle) lambdaCall.bsmArgs[1];
    Type meant = (Type) lambdaCall.bsmArgs[2];
    Type owner = Type.getObjectType(target.getOwner());
    boolean constructor = target.getTag() == H_NEWINVOKESPECIAL;
    List<Type> wanted = new ArrayList<>();
    if (!constructor && target.getTag() != H_INVOKESTATIC) {
      wanted.add(owner);
    }
    wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));

    GeneratorAdapter code =
        method(lambda, ACC_PUBLIC, new Method(lambdaCall.name, declared.getDescriptor()));
    if (constructor) {
      code.newInstance(owner);
      code.dup();
    }
    for (int i = 0; i < held.length; i++) {
      code.loadThis();
      code.getField(self, "held" + i, held[i]);
    }
    Type[] given = declared.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      convert(code, given[i], meant.getArgumentTypes()[i], wanted.get(held.length + i));
    }
    Type result = constructor ? owner : Type.getReturnType(target.getDesc());
    code.visitMethodInsn(
        opcode(target),
        target.getOwner(),
        target.getName(),
        target.getDesc(),
        target.isInterface());
    if (!declared.getReturnType().equals(Type.VOID_TYPE)) {
      convert(code, result, result, declared.getReturnType());
    } else if (result.getSize() == 2) {
      code.pop2();
    } else if (result.getSize() == 1) {
      code.pop();
    }
    code.returnValue();
    code.endMethod();
  }

  private static int opcode(Handle target) {
    return switch (target.getTag()) {
      case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
      case H_INVOKESTATIC -> INVOKESTATIC;
      default -> target.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
    };
  }

  /**
   * @param from what is on the stack, as it was declared
   * @param meant what it is known to be
   */
  private static void convert(GeneratorAdapter code, Type from, Type meant, Type to) {
    boolean primitive = from.getSort() < Type.ARRAY;
    if (to.getSort() < Type.ARRAY) {
      Type unboxed = primitive ? from : UNBOXED.getOrDefault(meant.getInternalName(), to);
      if (!primitive) {
        code.unbox(unboxed);
      }
      code.cast(unboxed, to);
    } else if (primitive) {
      code.valueOf(from);
    } else if (!from.equals(to)) {
      code.checkCast(to);
    }
  }
}
