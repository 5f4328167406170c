# Data and non-data descriptors, instance dicts, class attributes, __getattr__, in every order; metaclass attributes.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Data:
    def __get__(self, instance, owner):
        return 'data get %s %s' % (instance is not None, owner and owner.__name__)

    def __set__(self, instance, value):
        instance.__dict__['log'] = 'set %r' % (value,)


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__['log'] = 'only set %r' % (value,)


class NonData:
    def __get__(self, instance, owner):
        return 'non-data'


class Deleting:
    def __delete__(self, instance):
        instance.__dict__['log'] = 'deleted'


class Raising:
    def __get__(self, instance, owner):
        raise AttributeError('from get')


class C:
    data, only_set, non_data, deleting, raising = Data(), OnlySet(), NonData(), Deleting(), Raising()
    plain = 'class'

    def __getattr__(self, name):
        return 'getattr ' + name


c = C()
for name in 'data', 'only_set', 'non_data', 'deleting', 'raising', 'plain', 'absent':
    print(name, getattr(c, name) if not isinstance(getattr(c, name), (OnlySet, Deleting)) else type(getattr(c, name)).__name__, end=' | ')
    vars(c)[name] = 'instance'
    print(getattr(c, name), end=' | ')
    try:
        setattr(c, name, 'new')
        print(vars(c).get(name), vars(c).get('log'), end=' | ')
    except AttributeError as error:
        print(error, end=' | ')
    try:
        delattr(c, name)
        print('deleted', vars(c).get('log'))
    except AttributeError as error:
        print(error)
    c.__dict__.clear()
show(lambda: C.data)
show(lambda: C.non_data)
show(lambda: C.raising)
show(lambda: C.absent)
show(lambda: type(C.only_set).__name__)


class Meta(type):
    shared = 'meta'
    data = Data()
    non_data = NonData()

    def method(cls):
        return 'meta method ' + cls.__name__

    def __getattr__(cls, name):
        return 'meta getattr ' + name

    @property
    def prop(cls):
        return 'meta prop'


class K(metaclass=Meta):
    shared = 'class'
    own = NonData()


class L(metaclass=Meta):
    non_data = 'class wins'
    data = 'class loses'
    prop = 'hidden'


show(lambda: (K.shared, L.shared, K.data, L.data, K.non_data, L.non_data, K.method(), K.prop, L.prop, K.zzz, K.own))
show(lambda: K().shared)
show(lambda: K().method)
show(lambda: setattr(K, 'prop', 1))
show(lambda: vars(L)['prop'])


class Counted:
    def __init__(self):
        self.count = 0

    def __get__(self, instance, owner=None):
        self.count += 1
        return self.count


class D:
    value = Counted()


d = D()
print(d.value, d.value, D.value, getattr(d, 'value'), hasattr(d, 'value'), d.value)
D.value = Counted()
print(d.value)
d.value = 'shadow'
print(d.value, D.value)
del d.value
print(d.value)
D.value = property(lambda self: 'prop')
d.__dict__['value'] = 'ignored'
print(d.value)
D.value.fset is None and show(lambda: setattr(d, 'value', 1))
Counted.__set__ = lambda self, instance, value: None
D.value = Counted()
print(d.value, vars(d))
del Counted.__set__
print(d.value)
show(lambda: object.__getattribute__(d, 'value'))
show(lambda: type.__getattribute__(D, 'value'))
show(lambda: Data.__get__(Data(), None, None))
show(lambda: (lambda self: self).__get__(5)())
show(lambda: (lambda self: self).__get__(None, int)(6))
show(lambda: len.__get__)
show(lambda: int.__add__.__get__(5)(6))
show(lambda: int.__add__.__get__('x'))
show(lambda: list.append.__get__(5))
show(lambda: str.upper.__get__('a', str)())
show(lambda: classmethod(lambda cls: cls.__name__).__get__(5)())
show(lambda: staticmethod(lambda: 's').__get__(None, int)())
